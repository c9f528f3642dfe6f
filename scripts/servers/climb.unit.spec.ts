import { address } from "./climb.ts";

it.each([
  ["mongodb://causeway:pa%2Fss%40word@db.example:27017/causeway?tls=true", "db.example:27017/causeway"],
  ["mongodb://u:p@one.example,two.example/causeway?replicaSet=rs0", "one.example,two.example/causeway"],
  ["mongodb+srv://u:p@db.example/causeway", "db.example/causeway"],
  ["tls://nats.example:4222", "nats.example:4222"],
])("is told without user and password: %s", (url, told) => {
  expect(address(url)).toBe(told);
});
