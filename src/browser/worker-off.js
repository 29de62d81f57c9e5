// Published in the worker's place by a site built without one: takes away what the worker has kept, and then itself.
// Pages that are open go on from the network.
addEventListener("install", (event) => event.waitUntil(skipWaiting()));
addEventListener("activate", (event) => {
  const ours = `tinhso ${new URL(registration.scope).pathname} `;
  const clear = async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith(ours));
    await Promise.all(names.map((name) => caches.delete(name)));
    await registration.unregister();
  };
  event.waitUntil(clear());
});
