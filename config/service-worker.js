import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

/* global self, caches, fetch, Request */

const FILE = "service-worker.js";

/**
 * Writes the worker that keeps a built H5 app on the device: every file of the build, under a name that is the build's
 * hash. Answers of the API are never kept.
 * @param {string} folder
 */
export function writeServiceWorker(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== FILE && !entry.name.endsWith(".txt"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
  const name = `yike-${hash.digest("hex").slice(0, 16)}`;
  const paths = files.map((file) => `/${file.split("\\").join("/")}`);
  writeFileSync(join(folder, FILE), `(${worker})(${JSON.stringify(name)}, ${JSON.stringify(paths)});\n`);
}

/**
 * Runs in the browser. A page comes from the server while it answers, so that an old app is never stuck; a file of this
 * build comes from the device. A new build is kept beside the old one and takes over when the app is next opened.
 * @param {string} name @param {string[]} files
 */
function worker(name, files) {
  const PATIENCE_MS = 4_000;
  const kept = (path) => caches.open(name).then((cache) => cache.match(path));
  const page = (request) => {
    const answered = fetch(request).then((reply) => (reply.status < 500 ? reply : Promise.reject(new Error("down"))));
    const patience = new Promise((_, reject) => setTimeout(reject, PATIENCE_MS));
    return Promise.race([answered, patience]).catch(() => kept("/index.html").then((shell) => shell ?? answered));
  };
  const dropOthers = async () => {
    const others = (await caches.keys()).filter((key) => key.startsWith("yike-") && key !== name);
    await Promise.all(others.map((key) => caches.delete(key)));
  };
  self.addEventListener("install", (event) => {
    // Past the browser's own cache: what is kept is what the server has now.
    const fresh = files.map((file) => new Request(file, { cache: "reload" }));
    event.waitUntil(caches.open(name).then((cache) => cache.addAll(fresh)));
  });
  self.addEventListener("activate", (event) => {
    event.waitUntil(dropOthers().then(() => self.clients.claim()));
  });
  self.addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== "GET" || origin !== self.location.origin || /^\/api(\/|$)/.test(pathname)) return;
    if (request.mode === "navigate") event.respondWith(page(request));
    else if (files.includes(pathname)) event.respondWith(kept(pathname).then((file) => file ?? fetch(request)));
  });
}
