import type { ZodType } from "zod";
import type { Clock, RunGate, RunLimits } from "@/lib/drafting/types/model";

/** One item of a run, as a worker holds it. */
export interface Job {
  readonly runId: string;
  readonly projectId: string;
  readonly kind: string;
  readonly subjectId: string;
  /** As the run keeps them. */
  readonly parameters: unknown;
  /** When a person last asked to try it again. */
  readonly retriedAt: Date | null;
}

/** Variables of the environment, such as the endpoint of a model. */
export type Variables = Readonly<Record<string, string | undefined>>;

export interface JobContext {
  readonly variables: Variables;
  /** Ends what is under way. */
  readonly signal: AbortSignal;
  /** The limits of the project, kept by all workers together. */
  gateOf(limits: RunLimits, clock: Clock): RunGate;
}

export type JobOutcome =
  | {
      readonly kind: "done";
      /** What a person should know of it although nothing failed. */
      readonly sentence: string | null;
      readonly result: Readonly<Record<string, number>>;
    }
  | {
      readonly kind: "failed";
      readonly sentence: string;
      /** It may pass by itself, so it is tried again a few times. */
      readonly again: boolean;
      readonly result: Readonly<Record<string, number>>;
    }
  /** The worker or the run was stopped in the middle of it. */
  | { readonly kind: "stopped" };

export type Prepared<Parameters> =
  | { readonly ok: true; readonly parameters: Parameters }
  | { readonly ok: false; readonly sentence: string };

/** A kind of job. To add one: a file in `kinds/` and a line in `registry.ts`. Work must bear being begun again. */
export interface JobKind<Parameters = unknown> {
  readonly id: string;
  readonly label: string;
  readonly parameters: ZodType<Parameters>;
  /** Whether a run can start, with what the parameters leave open settled. @param settings of the project. */
  prepare(settings: unknown, parameters: Parameters, variables: Variables): Prepared<Parameters>;
  /** What to work on, in its order. */
  subjects(
    projectId: string,
    parameters: Parameters,
  ): AsyncIterable<{ readonly id: string; readonly number: number }>;
  work(job: Job, parameters: Parameters, context: JobContext): Promise<JobOutcome>;
}

export const itemStates = ["waiting", "running", "done", "failed", "cancelled"] as const;
export type ItemState = (typeof itemStates)[number];

export type Counts = Readonly<Record<ItemState, number>>;

/** A run and how far it is. */
export interface RunView {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly parameters: unknown;
  readonly startedBy: string | null;
  readonly createdAt: string;
  readonly cancelledAt: string | null;
  readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
  readonly items: number;
  readonly counts: Counts;
  readonly calls: number;
  readonly tokens: number;
  /** US dollars that answers cost; 0 where no price is known. */
  readonly cost: number;
  /** US dollars that requests under way, or cut off by a kill, may cost beside it. */
  readonly costReserved: number;
}

/** An item that failed, waits for another try, or has something to say. */
export interface ItemView {
  readonly caseId: string;
  readonly label: string;
  readonly state: ItemState;
  readonly attempts: number;
  readonly sentence: string | null;
}

/** The model that a run would ask, or why there is none. */
export type ModelView =
  | { readonly ok: true; readonly name: string; readonly origin: string }
  | { readonly ok: false; readonly sentence: string };
