/** What other rooms may know of supervision and ask of it. */
export {};
