import { createStore, type StoreApi } from "zustand/vanilla";
import type { PrivateDraft, ReadingDocuments } from "@/lib/drafting/schema";
import type { JudgementInput, ReadingContext, Said, ShownDocument } from "@/lib/retrieval/schema";
import { type Refusal, refusalWords } from "../requests";
import { type JudgementStorage, keepJudgements, keptJudgements, type Waiting } from "./kept-judgements";

export interface DocumentsState {
  readonly context:
    | { readonly kind: "loading" }
    | { readonly kind: "failed"; readonly message: string }
    | ({ readonly kind: "ready" } & ReadingDocuments);
  /** Said here and not yet saved; it goes before what the server has. */
  readonly waiting: Waiting;
  readonly save: "saved" | "saving" | "offline";
  /** Why something that was said could not be kept; null = nothing of the kind. */
  readonly fault: string | null;
  /** A draft of the reader's own: being written for the draft of the round that it names, or why it was not. */
  readonly writing:
    | { readonly kind: "none" }
    | { readonly kind: "asked"; readonly draftId: string }
    | { readonly kind: "failed"; readonly draftId: string; readonly message: string };
  /** The list under the draft; null = as the height of the window wants it. */
  readonly open: boolean | null;
  /** Counts how often a key asked for the list, which then takes the focus. */
  readonly asked: number;
}

export interface DocumentRequests {
  load(readingId: string): Promise<{ readonly ok: true; readonly context: ReadingDocuments } | Refusal>;
  put(
    readingId: string,
    judgement: JudgementInput,
  ): Promise<{ readonly ok: true; readonly said: Said } | Refusal>;
  write(
    readingId: string,
    draftId: string,
  ): Promise<{ readonly ok: true; readonly draft: PrivateDraft } | Refusal>;
}

/** The documents of a reading on this screen: loads them, keeps what is said of them and saves it one by one. */
export interface Documents {
  readonly store: StoreApi<DocumentsState>;
  load(): Promise<void>;
  judge(said: JudgementInput): void;
  /** Takes a document that a search found among those of the reader, pinned. */
  add(document: ShownDocument): void;
  /** Has a draft written anew with the documents as they are chosen. */
  write(draftId: string): Promise<void>;
  /** Sends what waits; told of the network's return, too. */
  send(): Promise<void>;
}

/** What a reader says of a document, saved or not. */
export function saidOf({ context, waiting }: DocumentsState, documentId: string): Said {
  const saved =
    context.kind === "ready" ? context.judgements.find((one) => one.documentId === documentId) : undefined;
  const now = waiting[documentId];
  return {
    documentId,
    pinned: now?.pinned ?? saved?.pinned ?? false,
    relevance: now?.relevance === undefined ? (saved?.relevance ?? null) : now.relevance,
  };
}

export function createDocuments(
  readingId: string,
  requests: DocumentRequests,
  storage: JudgementStorage,
): Documents {
  const store = createStore<DocumentsState>()(() => ({
    context: { kind: "loading" },
    waiting: keptJudgements(storage, readingId),
    save: "saved",
    fault: null,
    writing: { kind: "none" },
    open: null,
    asked: 0,
  }));
  const setWaiting = (waiting: Waiting) => {
    keepJudgements(storage, readingId, waiting);
    store.setState({ waiting });
  };
  /** Takes away what was sent, unless more was said meanwhile. */
  const sent = (judgement: JudgementInput) => {
    const { [judgement.documentId]: now, ...others } = store.getState().waiting;
    setWaiting(now === undefined || now === judgement ? others : store.getState().waiting);
  };
  let sending = false;

  async function send(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      for (;;) {
        const [next] = Object.values(store.getState().waiting);
        if (!next) break;
        store.setState({ save: "saving" });
        const answer = await requests.put(readingId, next);
        if (!answer.ok && answer.reason !== "refused") {
          store.setState({
            save: "offline",
            fault: answer.reason === "unreachable" ? null : refusalWords(answer),
          });
          return;
        }
        if (answer.ok) saved(answer.said);
        else store.setState({ fault: refusalWords(answer) });
        sent(next);
      }
      store.setState({ save: "saved" });
    } finally {
      sending = false;
    }
  }

  function saved(said: Said) {
    store.setState(({ context }) => ({
      fault: null,
      context:
        context.kind === "ready"
          ? {
              ...context,
              judgements: [
                ...context.judgements.filter(({ documentId }) => documentId !== said.documentId),
                said,
              ],
            }
          : context,
    }));
  }

  function judge(said: JudgementInput) {
    const { waiting } = store.getState();
    const { [said.documentId]: before, ...others } = waiting;
    setWaiting({ ...others, [said.documentId]: { ...before, ...said } });
    void send();
  }

  return {
    store,
    judge,
    send,
    async load() {
      store.setState({ context: { kind: "loading" } });
      const answer = await requests.load(readingId);
      store.setState({
        context: answer.ok
          ? { kind: "ready", ...answer.context }
          : { kind: "failed", message: refusalWords(answer) },
      });
      if (answer.ok) await send();
    },
    async write(draftId) {
      if (store.getState().writing.kind === "asked") return;
      store.setState({ writing: { kind: "asked", draftId } });
      const answer = await requests.write(readingId, draftId);
      if (!answer.ok) {
        store.setState({ writing: { kind: "failed", draftId, message: refusalWords(answer) } });
        return;
      }
      const { draft } = answer;
      store.setState(({ context }) => ({
        writing: { kind: "none" },
        context:
          context.kind === "ready"
            ? { ...context, own: [...context.own.filter(({ id }) => id !== draft.id), draft] }
            : context,
      }));
    },
    add(document) {
      store.setState(({ context }) => ({
        context:
          context.kind === "ready" && !knows(context, document.documentId)
            ? { ...context, added: [...context.added, document] }
            : context,
      }));
      judge({ documentId: document.documentId, chunkId: document.chunkId, pinned: true });
    },
  };
}

const knows = ({ added, drafts }: ReadingContext, documentId: string): boolean =>
  [...added, ...drafts.flatMap(({ documents }) => documents)].some((one) => one.documentId === documentId);
