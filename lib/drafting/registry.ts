import { openai } from "./providers/openai";
import type { ModelProvider } from "./types";

/** Every kind of endpoint: one file each in `providers/`. */
export const providers: readonly ModelProvider[] = [openai];
