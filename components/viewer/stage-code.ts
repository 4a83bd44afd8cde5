"use client";
import { late } from "@/components/ui/late";

/** Cornerstone is more than a megabyte: it comes after the page, and never on the server. */
export const stageCode = late(() => import("./viewer-stage").then((module) => module.ViewerStage));
