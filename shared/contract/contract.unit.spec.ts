import { command, contract, query } from "./contract.ts";
import { closed } from "./schemas.ts";

const bare = { may: "anyone", input: closed({}), output: closed({}) };
const withUndo = (undoneBy: string) => () =>
  contract({
    name: "doors",
    actions: { open: command({ ...bare, undoneBy }), close: command(bare), look: query(bare) },
    events: {},
  });

it("I3: an undo is a command of the same contract", () => {
  expect(withUndo("close")().actions.open.undoneBy).toBe("close");
  for (const other of ["look", "shut"])
    expect(withUndo(other)).toThrow(
      `doors.open is undone by "${other}", which is no command of its contract`,
    );
});
