// The build for browsers has everything inside it: the build for Node reads files beside itself, which a bundle does not have.
import pdfMake from "pdfmake/build/pdfmake.js";
import fonts from "pdfmake/build/vfs_fonts.js";
import type { TDocumentDefinitions } from "pdfmake/interfaces.js";

pdfMake.addVirtualFileSystem(fonts);
// What goes into a document is in its definition. Nothing is fetched, and no file is read.
pdfMake.setUrlAccessPolicy(() => false);

/** A PDF with its fonts inside it. */
export async function print(document: TDocumentDefinitions): Promise<Uint8Array> {
  return pdfMake.createPdf(document).getBuffer();
}
