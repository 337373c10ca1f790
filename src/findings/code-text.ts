/** What a code means, and what to do, in a sentence each without a full stop. Backquotes mark commands and names. */
export type CodeText = readonly [meaning: string, remedy: string];
