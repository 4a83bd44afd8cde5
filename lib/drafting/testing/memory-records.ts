import type { CallRecords, CallState, Outgoing } from "../rules/generation/ask-model";

interface Call {
  readonly outgoing: Outgoing;
  state: CallState | "sent";
  responseText: string | null;
}

/** Records of calls that live as long as a test. */
export function memoryRecords(): CallRecords & { readonly calls: Call[] } {
  const calls: Call[] = [];
  return {
    calls,
    async answered(ladder) {
      for (const outgoing of ladder) {
        const id = calls.findIndex(
          (call) => call.outgoing.hash === outgoing.hash && call.responseText !== null,
        );
        const text = calls[id]?.responseText;
        if (text != null) return { id: String(id), outgoing, responseText: text };
      }
      return null;
    },
    async waiting() {
      return false;
    },
    async begin(outgoing) {
      calls.push({ outgoing, state: "sent", responseText: null });
      return { ok: true, id: String(calls.length - 1) };
    },
    async leaving() {
      return null;
    },
    async end(id, outcome, { state }) {
      const call = calls[Number(id)];
      if (!call) return;
      call.state = state;
      if (outcome.ok) call.responseText = outcome.response.text;
    },
  };
}
