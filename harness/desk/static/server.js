// What the desk's pages say to its server: changes with the token that only these pages hold, answers as JSON.

const token = document.querySelector('meta[name="change-token"]').content;

export class Refused extends Error {
  constructor(status, answer) {
    super(answer.message ?? "the desk does not answer: is it still running?");
    this.status = status;
    this.answer = answer;
  }
}

async function ask(method, path, body, type = "application/json") {
  let response;
  try {
    const headers = { "x-harness-desk": token, "content-type": type };
    response = await fetch(path, method === "GET" ? {} : { method, headers, body });
  } catch {
    throw new Refused(0, {});
  }
  if (response.status === 304) return null;
  const answer = await response.json().catch(() => ({ message: `the desk answered with ${response.status}` }));
  if (!response.ok) throw new Refused(response.status, answer);
  return answer;
}

export const get = (path) => ask("GET", path);
export const change = (method, path, content) => ask(method, path, JSON.stringify(content));
export const upload = (path, file) => ask("POST", path, file, "application/octet-stream");
