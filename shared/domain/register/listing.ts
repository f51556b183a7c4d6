/**
 * One place of a file in a list. `sort` orders the list as text; `name` tells apart several places of one file in one list, such as its
 * tasks.
 */
export interface Listing {
  readonly list: string;
  readonly sort: string;
  readonly name?: string;
}
