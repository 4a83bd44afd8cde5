// Follows every request of a page, its workers and its service workers through the DevTools protocol.
export class Network {
  bytes = 0; // bytes that crossed the network: headers and bodies as sent, caches not counted
  codeBytes = 0; // the part of it that is JavaScript, CSS and WebAssembly
  requests = 0;
  start; // first main-document request: { timestamp (s), wallTime (s) }
  last; // timestamp (s) of the last end of a request
  #open = new Map();
  #active = Date.now();
  #id = 0;

  async watch(session, { own = true, workers }) {
    session.on("Target.attachedToTarget", (e) => {
      const call = (method, params = {}) =>
        session
          .send("Target.sendMessageToTarget", {
            sessionId: e.sessionId,
            message: JSON.stringify({ id: ++this.#id, method, params }),
          })
          .catch(() => {});
      call("Network.enable");
      call("Runtime.runIfWaitingForDebugger");
    });
    session.on("Target.receivedMessageFromTarget", (e) => {
      const m = JSON.parse(e.message);
      if (m.method) this.#on(m.method, m.params, e.sessionId);
    });
    if (own) {
      for (const m of [
        "requestWillBeSent",
        "requestServedFromCache",
        "responseReceived",
        "dataReceived",
        "loadingFinished",
        "loadingFailed",
      ])
        session.on(`Network.${m}`, (p) => this.#on(`Network.${m}`, p, "page"));
      await session.send("Network.enable");
    }
    await session.send("Target.setAutoAttach", {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: false,
      ...(workers ? { filter: workers.map((type) => ({ type })) } : {}),
    });
  }

  #on(method, p, from) {
    const key = `${from} ${p.requestId}`;
    const r = this.#open.get(key);
    if (method === "Network.requestWillBeSent") {
      if (/^(data|blob|about|chrome|devtools)/.test(p.request.url)) return;
      if (p.type === "Document" && from === "page")
        this.start ??= { timestamp: p.timestamp, wallTime: p.wallTime };
      if (p.redirectResponse) this.bytes += p.redirectResponse.encodedDataLength;
      else this.requests++;
      this.#open.set(key, { type: p.type, url: p.request.url, received: 0, at: Date.now() });
      this.#active = Date.now();
    }
    if (!r) return;
    r.at = Date.now();
    if (method === "Network.requestServedFromCache") r.cached = true;
    else if (method === "Network.responseReceived") {
      Object.assign(r, { type: p.type, mime: p.response.mimeType });
      r.cached ||= p.response.fromDiskCache || p.response.fromPrefetchCache || p.response.fromServiceWorker;
    } else if (method === "Network.dataReceived") r.received += p.encodedDataLength;
    else if (method === "Network.loadingFinished" || method === "Network.loadingFailed") {
      const n = r.cached ? 0 : (p.encodedDataLength ?? r.received);
      this.bytes += n;
      if (
        /javascript|ecmascript|text\/css|application\/wasm/.test(r.mime ?? "") ||
        /\.(m?js|css|wasm)(\?|$)/.test(r.url)
      )
        this.codeBytes += n;
      this.#open.delete(key);
      this.last = p.timestamp;
      this.#active = Date.now();
    }
  }

  /** Milliseconds since the last end of a request, 0 while one is under way. Streams and requests silent for 15 s do not count. */
  quietFor() {
    const now = Date.now();
    for (const r of this.#open.values())
      if (!/EventSource|WebSocket|Ping|CSPViolationReport/.test(r.type) && now - r.at < 15_000) return 0;
    return now - this.#active;
  }
}
