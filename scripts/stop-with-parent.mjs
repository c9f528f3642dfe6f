// Preloaded into every process these scripts start: one that is killed outright takes its children along, drained.
if (process.channel) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
