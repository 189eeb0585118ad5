// The person's folder, kept in the browser's own storage (OPFS): a file system for Emscripten that is read and written
// at once. Each file is a slot with a handle that stays open. Which path a slot has stands in an index, written whole
// into the older of two places, so that a page closed in mid-write finds the one or the other, never a half.
const SPARE = 24; // slots that wait; what one request makes anew has to fit

const sum = (bytes) => bytes.reduce((all, byte) => Math.imul(all ^ byte, 16777619) >>> 0, 2166136261);

export class Slots {
  static async open(root, own) {
    const slots = new Slots();
    slots.folder = await root.getDirectoryHandle(own, { create: true });
    slots.handles = new Map();
    for (const name of ["index-a", "index-b"]) await slots.add(name);
    const names = [];
    for await (const name of slots.folder.keys()) if (name.startsWith("slot-")) names.push(name);
    for (const name of names) await slots.add(name);
    slots.readIndex();
    slots.isNew = !slots.turn;
    if (slots.isNew && slots.free.some((name) => slots.handles.get(name).getSize())) {
      throw new Error("the list of what is kept can’t be read"); // all would seem free, and be written over
    }
    await slots.makeSpare();
    return slots;
  }

  async add(name) {
    const file = await this.folder.getFileHandle(name, { create: true });
    for (let left = 60; ; left--) {
      try {
        this.handles.set(name, await file.createSyncAccessHandle());
        return;
      } catch (trouble) { // a page that was just closed lets go in a moment
        if (trouble.name !== "NoModificationAllowedError" || !left) throw trouble;
        await new Promise((done) => { setTimeout(done, 50); });
      }
    }
  }

  readIndex() {
    this.turn = 0;
    this.paths = {}; // path: slot
    for (const name of ["index-a", "index-b"]) {
      const handle = this.handles.get(name), bytes = new Uint8Array(handle.getSize());
      handle.read(bytes, { at: 0 });
      if (bytes.length < 12) continue;
      const [length, said, turn] = new Uint32Array(bytes.buffer, 0, 3), told = bytes.subarray(12, 12 + length);
      if (told.length !== length || sum(told) !== said || turn <= this.turn) continue;
      this.turn = turn;
      this.paths = JSON.parse(new TextDecoder().decode(told));
    }
    const used = new Set(Object.values(this.paths));
    this.free = [...this.handles.keys()].filter((name) => name.startsWith("slot-") && !used.has(name));
  }

  writeIndex(paths) { // then whatever slot no path has any more is emptied: deleted is deleted
    const told = new TextEncoder().encode(JSON.stringify(paths)), bytes = new Uint8Array(12 + told.length);
    new Uint32Array(bytes.buffer, 0, 3).set([told.length, sum(told), ++this.turn]);
    bytes.set(told, 12);
    const handle = this.handles.get(this.turn % 2 ? "index-a" : "index-b"), used = new Set(Object.values(paths));
    handle.write(bytes, { at: 0 });
    handle.flush();
    for (const name of Object.values(this.paths).filter((one) => !used.has(one))) {
      this.handles.get(name).truncate(0);
      this.free.push(name);
    }
    this.paths = paths;
  }

  async makeSpare() {
    while (this.free.length < SPARE) {
      const name = `slot-${Date.now().toString(36)}-${this.handles.size}`;
      try { await this.add(name); } catch (trouble) {
        if (trouble.name === "QuotaExceededError") return; // what is there can be read; what is new is refused in words
        throw trouble;
      }
      this.free.push(name);
    }
  }

  take(path) {
    const name = this.free.pop(), handle = this.handles.get(name);
    if (!name) return null;
    handle.truncate(0);
    this.writeIndex({ ...this.paths, [path]: name });
    return handle;
  }

  forget(path) {
    const { [path]: _, ...rest } = this.paths;
    this.writeIndex(rest);
  }

  move(from, to) { // a file, or everything below a folder; all of it in one write of the index
    const isMoved = (path) => path === from || path.startsWith(`${from}/`);
    const moved = ([path, name]) => [isMoved(path) ? to + path.slice(from.length) : path, name];
    this.writeIndex(Object.fromEntries(Object.entries(this.paths).filter(([path]) => path !== to).map(moved)));
  }
}

// Folders are Emscripten's own, in memory; files read and write their slot.
export function mountSlots(FS, slots, place) {
  const { MEMFS } = FS.filesystems;
  const fail = (number) => { throw new FS.ErrnoError(number); };
  const guarded = (work) => {
    try { return work(); } catch (trouble) { return fail(trouble.name === "QuotaExceededError" ? 51 : 29); }
  };
  const inside = (node, name) => { // up to where it is mounted
    const parts = [name];
    for (let at = node; at !== root; at = at.parent) parts.unshift(at.name);
    return parts.join("/");
  };
  const fileOps = {
    getattr(node) {
      const size = node.handle.getSize();
      return { ...MEMFS.node_ops.getattr(node), size, blocks: Math.ceil(size / 4096) };
    },
    setattr(node, attr) {
      for (const key of ["mode", "atime", "mtime", "ctime"]) if (attr[key] != null) node[key] = attr[key];
      if (attr.size !== undefined) guarded(() => node.handle.truncate(attr.size));
    },
  };
  const fileStream = {
    read: ({ node }, buffer, offset, length, at) =>
      guarded(() => node.handle.read(buffer.subarray(offset, offset + length), { at })),
    write({ node }, buffer, offset, length, at) {
      node.mtime = node.ctime = Date.now();
      return guarded(() => node.handle.write(buffer.subarray(offset, offset + length), { at }));
    },
    llseek(stream, offset, whence) {
      const at = offset + [0, stream.position, stream.node.handle.getSize()][whence];
      return at < 0 ? fail(28) : at;
    },
    fsync(stream) { guarded(() => stream.node.handle.flush()); return 0; },
  };
  const make = (parent, name, mode, handle) => {
    const node = MEMFS.createNode(parent, name, mode, 0);
    if (FS.isDir(mode)) node.node_ops = dirOps;
    else Object.assign(node, { handle, node_ops: fileOps, stream_ops: fileStream });
    return node;
  };
  const dirOps = {
    ...MEMFS.node_ops,
    mknod(parent, name, mode) {
      const take = () => guarded(() => slots.take(inside(parent, name))) ?? fail(51);
      return make(parent, name, mode, FS.isDir(mode) ? null : take());
    },
    rename(node, folder, name) {
      const from = inside(node.parent, node.name), to = inside(folder, name);
      MEMFS.node_ops.rename(node, folder, name);
      guarded(() => slots.move(from, to));
    },
    unlink(parent, name) {
      guarded(() => slots.forget(inside(parent, name)));
      MEMFS.node_ops.unlink(parent, name);
    },
  };
  let root = null;
  const type = { mount() { root = make(null, "/", 16384 | 0o700); return root; } };
  FS.mkdirTree(place);
  FS.mount(type, {}, place);
  for (const [path, name] of Object.entries(slots.paths)) {
    let folder = root;
    const parts = path.split("/"), last = parts.pop();
    for (const part of parts) folder = folder.contents[part] ?? make(folder, part, 16384 | 0o700);
    make(folder, last, 32768 | 0o600, slots.handles.get(name));
  }
}
