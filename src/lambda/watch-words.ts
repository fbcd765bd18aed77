/** The reason why a hook failed whose function let nothing else run. */
export const blocked = "the function had not ended when its time was up, and let nothing else run";
