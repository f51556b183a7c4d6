/** The sign of Wederhoor on the tab of a browser: two voices that meet. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -6 42 40"><path fill="#0f6264" fill-opacity=".95" d="M14 1a13 13 0 1 1-8.6 22.7L1 26l1.6-5.4A13 13 0 0 1 14 1Z"/><path fill="#0f6264" fill-opacity=".45" d="M26 1a13 13 0 1 0 8.6 22.7L39 26l-1.6-5.4A13 13 0 0 0 26 1Z"/></svg>`;
