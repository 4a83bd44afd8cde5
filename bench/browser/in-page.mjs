// Runs inside the measured page before its own scripts; the same code for every target. It must not use anything from outside.
export function inPage() {
  if (window.top !== window) return;
  const B = { picture: null, pictureKind: null, interactive: null };
  window.__viewerBench = B;
  const SIDE = 24;
  let pen;
  const newPen = () =>
    Object.assign(document.createElement("canvas"), { width: SIDE, height: SIDE }).getContext("2d", {
      willReadFrequently: true,
    });

  // a canvas that shows WebGL directly can only be read back after its frame when it keeps its buffer
  const original = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, options) {
    return original.call(
      this,
      kind,
      /webgl/.test(kind) && this.isConnected ? { ...options, preserveDrawingBuffer: true } : options,
    );
  };

  const area = (el) => {
    const r = el.getBoundingClientRect();
    const w = Math.min(r.right, innerWidth) - Math.max(r.left, 0);
    const h = Math.min(r.bottom, innerHeight) - Math.max(r.top, 0);
    if (w < 200 || h < 200) return 0;
    return el.checkVisibility?.({ checkOpacity: true, checkVisibilityCSS: true }) === false ? 0 : w * h;
  };
  // a small copy of what the element shows: a hash, and whether it is a picture rather than a flat or nearly flat area
  const look = (el) => {
    pen ??= newPen();
    try {
      pen.fillStyle = "#000";
      pen.fillRect(0, 0, SIDE, SIDE);
      pen.drawImage(el, 0, 0, SIDE, SIDE);
      const d = pen.getImageData(0, 0, SIDE, SIDE).data;
      let hash = 0,
        min = 255,
        max = 0;
      const levels = new Set();
      for (let i = 0; i < d.length; i += 4) {
        const v = (d[i] * 2 + d[i + 1] * 5 + d[i + 2]) >> 3;
        hash = (Math.imul(hash, 31) + v) | 0;
        levels.add(v);
        if (v < min) min = v;
        if (v > max) max = v;
      }
      return { hash, picture: max - min > 24 && levels.size >= 10 };
    } catch {
      pen = undefined; // not readable (another origin): count a loaded image as a picture
      return { hash: 0, picture: el.tagName === "IMG" };
    }
  };
  const canvases = () => {
    const list = [...document.querySelectorAll("canvas")].map((el) => [el, area(el)]).filter((x) => x[1]);
    const most = Math.max(0, ...list.map((x) => x[1]));
    return { all: list.map((x) => x[0]), largest: list.filter((x) => x[1] >= most * 0.9).map((x) => x[0]) };
  };
  const poll = () => {
    const c = canvases();
    const seen = new Map(c.all.map((el) => [el, el.width && el.height ? look(el).picture : false]));
    const now = performance.now();
    if (B.picture == null) {
      const img = [...document.images].find(
        (el) => el.complete && el.naturalWidth > 31 && area(el) && look(el).picture,
      );
      if (img || [...seen.values()].includes(true))
        Object.assign(B, { picture: now, pictureKind: img ? "img" : "canvas" });
    }
    if (c.largest.some((el) => seen.get(el))) B.interactive = now;
    else requestAnimationFrame(poll);
  };
  requestAnimationFrame(poll);

  B.box = () => {
    const el = canvases().largest[0];
    const r = el?.getBoundingClientRect();
    return r
      ? {
          x: r.x + r.width / 2,
          y: r.y + r.height / 2,
          width: Math.round(r.width),
          height: Math.round(r.height),
        }
      : null;
  };
  // counts the changes of the picture, frame by frame; a turn at the end of the stack is not a gap
  B.watchChanges = () => {
    let els = canvases().largest;
    const read = () => els.map((el) => look(el).hash).join();
    let before = read();
    const S = {
      count: 0,
      gaps: [],
      last: 0,
      run: true,
      turn: () => {
        S.last = 0;
      },
    };
    B.changes = S;
    const frame = () => {
      if (!els.every((el) => el.isConnected)) els = canvases().largest;
      const now = performance.now();
      const h = read();
      if (h !== before) {
        before = h;
        S.count++;
        if (S.last) S.gaps.push(now - S.last);
        S.last = now;
      }
      if (S.run) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  };
  B.stopChanges = () => {
    B.changes.run = false;
    return { count: B.changes.count, gaps: B.changes.gaps };
  };
}
