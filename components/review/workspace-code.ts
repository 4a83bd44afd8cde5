"use client";
import { late } from "@/components/ui/late";

/** Queue, viewports and widths are the browser's: nothing of the workspace can be drawn on the server. */
export const workspaceCode = late(() => import("./workspace").then((module) => module.Workspace));
