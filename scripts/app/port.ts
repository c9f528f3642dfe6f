import { createServer } from "node:net";
import { Advice, say } from "../progress.mjs";

/** PORT if the user set it and it is free; otherwise 3000 or the next free one. */
export async function choosePort(wish: string | undefined): Promise<number> {
  if (wish) {
    const port = Number(wish);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new Advice(`PORT=${wish} is no port: 1 to 65535.`);
    if (await isFree(port)) return port;
    throw new Advice(`Port ${port} is taken. Choose another, for example: PORT=${port + 1} npm start`);
  }
  for (let port = 3000; port < 3100; port++) {
    if (!(await isFree(port))) continue;
    if (port !== 3000) say(`  ! Port 3000 is taken, so this one is ${port}. Set PORT to choose.`);
    return port;
  }
  throw new Advice("The ports 3000 to 3099 are all taken. Choose one, for example: PORT=4000 npm start");
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.on("error", () => done(false));
    probe.listen(port, process.env.HOST || "127.0.0.1", () => probe.close(() => done(true)));
  });
}
