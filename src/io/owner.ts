import { constants } from "node:fs";

/** The facts about a file or folder that are used here. */
interface Owned {
  readonly uid: number;
  readonly mode: number;
}

/** Whether it belongs to the user that this process acts as. Always on Windows, where files have no such owner. */
export function isOurs({ uid }: Owned): boolean {
  return !process.geteuid || uid === process.geteuid();
}

/** Whether it is ours and no other user may write to it. Always on Windows, where the mode does not tell that. */
export function isOursAlone(stats: Owned): boolean {
  return isOurs(stats) && (!process.geteuid || (stats.mode & 0o022) === 0);
}

/** Whether folders may be made in this one: if it is ours or root's. So root makes none under another user's home. */
export function mayMakeIn(folder: Owned): boolean {
  return isOurs(folder) || folder.uid === 0;
}

/** Whether it is of a type such as `S_IFDIR`. The methods of Node's `Stats` tell the same; their first use costs more. */
export function isOfType({ mode }: Owned, type: number): boolean {
  return (mode & constants.S_IFMT) === type;
}
