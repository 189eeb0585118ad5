// The person's folder, kept in the browser's own storage (OPFS): a file system for Emscripten that is read and written at once.
// Each file is a slot with a handle that stays open. Which path a slot has stands in an index, written whole into the older of
// two places, so that a page closed in mid-write finds the one or the other, never half of one.
const SPARE = 24; // slots that wait; what one request makes anew has to fit

const sum = (bytes) => bytes.reduce((all, byte) => Math.imul(all ^ byte, 16777619) >>> 0, 2166136261);

export class Slots {
  static async open(root) {
    const slots = new Slots();
    slots.folder = await root.getDirectoryHandle("onward", { create: true });
    slots.handles = new Map();
    for (const name of ["index-a", "index-b"]) await slots.add(name);
    const names = [];
    for await (const name of slots.folder.keys()) if (name.startsWith("slot-")) names.push(name);
    for (const name of names) await slots.add(name);
    slots.readIndex();
    await slots.makeSpare();
    return slots;
  }

  async add(name) {
    const file = await this.folder.getFileHandle(name, { create: true });
    for (let left = 60; ; left--) {
      try { this.handles.set(name, await file.createSyncAccessHandle()); return; } catch (trouble) {
        if (trouble.name !== "NoModificationAllowedError" || !left) throw trouble; // a page that was just closed lets go in a moment
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

  writeIndex() {
    const told = new TextEncoder().encode(JSON.stringify(this.paths)), bytes = new Uint8Array(12 + told.length);
    new Uint32Array(bytes.buffer, 0, 3).set([told.length, sum(told), ++this.turn]);
    bytes.set(told, 12);
    const handle = this.handles.get(this.turn % 2 ? "index-a" : "index-b");
    handle.write(bytes, { at: 0 });
    handle.flush();
  }

  async makeSpare() {
    while (this.free.length < SPARE) {
      const name = `slot-${Date.now().toString(36)}-${this.handles.size}`;
      await this.add(name);
      this.free.push(name);
    }
  }

  take(path) {
    const name = this.free.pop();
    if (!name) return null;
    this.handles.get(name).truncate(0);
    this.paths[path] = name;
    this.writeIndex();
    return this.handles.get(name);
  }

  forget(path) {
    const name = this.paths[path];
    delete this.paths[path];
    this.writeIndex();
    this.handles.get(name).truncate(0); // deleted is deleted
    this.free.push(name);
  }

  move(from, to) { // a file, or everything below a folder; all of it in one write of the index
    const gone = this.paths[to];
    for (const path of Object.keys(this.paths)) {
      if (path !== from && !path.startsWith(`${from}/`)) continue;
      const name = this.paths[path];
      delete this.paths[path];
      this.paths[to + path.slice(from.length)] = name;
    }
    this.writeIndex();
    if (gone && !Object.values(this.paths).includes(gone)) {
      this.handles.get(gone).truncate(0);
      this.free.push(gone);
    }
  }
}

// Folders are Emscripten's own, in memory; files read and write their slot.
export function mountSlots(FS, slots, place) {
  const { MEMFS } = FS.filesystems;
  const fail = (number) => { throw new FS.ErrnoError(number); };
  const guarded = (work) => { try { return work(); } catch (trouble) { return fail(trouble.name === "QuotaExceededError" ? 51 : 29); } };
  const inside = (node, name) => { // up to where it is mounted
    const parts = [name];
    for (let at = node; at !== root; at = at.parent) parts.unshift(at.name);
    return parts.join("/");
  };
  const fileOps = {
    getattr: (node) => ({ ...MEMFS.node_ops.getattr(node), size: node.handle.getSize(), blocks: Math.ceil(node.handle.getSize() / 4096) }),
    setattr(node, attr) {
      for (const key of ["mode", "atime", "mtime", "ctime"]) if (attr[key] != null) node[key] = attr[key];
      if (attr.size !== undefined) guarded(() => node.handle.truncate(attr.size));
    },
  };
  const fileStream = {
    read: (stream, buffer, offset, length, position) => guarded(() => stream.node.handle.read(buffer.subarray(offset, offset + length), { at: position })),
    write(stream, buffer, offset, length, position) {
      stream.node.mtime = stream.node.ctime = Date.now();
      return guarded(() => stream.node.handle.write(buffer.subarray(offset, offset + length), { at: position }));
    },
    llseek(stream, offset, whence) {
      const at = whence === 1 ? stream.position + offset : whence === 2 ? stream.node.handle.getSize() + offset : offset;
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
      return make(parent, name, mode, FS.isDir(mode) ? null : guarded(() => slots.take(inside(parent, name))) ?? fail(51));
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
