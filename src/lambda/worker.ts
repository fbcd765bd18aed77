import { bundlesIn } from "./bundles";
import type * as Handlers from "./handlers";

void (bundlesIn(__dirname, require)("./lambda-handlers.js") as typeof Handlers).watch();
