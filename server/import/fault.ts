/** A fault that stops an import, in one sentence for the person who started it. */
export class ImportFault extends Error {}
