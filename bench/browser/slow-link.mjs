// A SOCKS5 relay that emulates one shared link (rate in Mbit/s, round trip in ms) for everything a browser loads,
// workers included. One queue per direction, first come first served.
import net from "node:net";

class Direction {
  constructor(mbit, delay) {
    this.bytesPerMs = (mbit * 1e6) / 8 / 1000;
    this.delay = delay;
    this.free = 0;
    this.queue = [];
  }
  push(bytes, run) {
    const now = performance.now();
    this.free = Math.max(now, this.free) + bytes / this.bytesPerMs;
    this.queue.push({ due: this.free + this.delay, run });
    this.timer ??= setTimeout(() => this.pump(), Math.max(0, this.queue[0].due - now));
  }
  pump() {
    this.timer = undefined;
    const now = performance.now();
    while (this.queue.length && this.queue[0].due <= now + 0.5) this.queue.shift().run();
    if (this.queue.length) this.timer = setTimeout(() => this.pump(), Math.max(0, this.queue[0].due - now));
  }
}

export async function startLink(mbit, rtt = 20) {
  const down = new Direction(mbit, rtt / 2);
  const up = new Direction(mbit, rtt / 2);
  const sockets = new Set();
  const relay = (from, to, way) => {
    let waiting = 0;
    from.on("data", (data) => {
      waiting += data.length;
      if (waiting > 262144) from.pause();
      way.push(data.length, () => {
        waiting -= data.length;
        if (waiting < 131072) from.resume();
        if (!to.destroyed) to.write(data);
      });
    });
    from.on("end", () => way.push(0, () => to.end()));
    from.on("close", () => way.push(0, () => to.end()));
    from.on("error", () => to.destroy());
  };
  const server = net.createServer({ allowHalfOpen: true }, (client) => {
    sockets.add(
      client
        .on("close", () => sockets.delete(client))
        .on("error", () => {})
        .setNoDelay(),
    );
    client.once("data", () => {
      client.write(Buffer.from([5, 0]));
      client.once("data", (ask) => {
        client.pause();
        const named = ask[3] === 3;
        const end = named ? 5 + ask[4] : ask[3] === 4 ? 20 : 8;
        const host = named
          ? ask.toString("latin1", 5, end)
          : ask[3] === 4
            ? ask.subarray(4, 20).toString("hex").match(/.{4}/g).join(":")
            : [...ask.subarray(4, 8)].join(".");
        const target = net.connect({ host, port: ask.readUInt16BE(end), allowHalfOpen: true });
        sockets.add(target.on("close", () => sockets.delete(target)).setNoDelay());
        target.once("error", () => client.destroy());
        target.once("connect", () => {
          client.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
          relay(client, target, up);
          relay(target, client, down);
          client.resume();
        });
      });
    });
  });
  await new Promise((ok, bad) => server.once("error", bad).listen(0, "127.0.0.1", ok));
  return {
    args: [`--proxy-server=socks5://127.0.0.1:${server.address().port}`, "--proxy-bypass-list=<-loopback>"],
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((ok) => server.close(() => ok()));
    },
  };
}
