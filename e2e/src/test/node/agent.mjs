// An agent that uses tools: node agent.mjs STEPS.json. A step names what starts the server, or its url, and one call; it may
// say what the client is like (options), and what it answers when it is asked (form, model). Prints a line of JSON for each.
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { readFileSync } from 'node:fs';

for (const step of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  const client = new Client({ name: 'agent-of-the-test', version: '1' }, step.options);
  if (step.form) {
    client.setRequestHandler('elicitation/create', async () => ({ action: 'accept', content: step.form }));
  }
  if (step.model) {
    const content = { type: 'text', text: step.model };
    client.setRequestHandler('sampling/createMessage', async () => ({ role: 'assistant', model: 'of-the-test', content }));
  }
  const transport = step.url
    ? new StreamableHTTPClientTransport(new URL(step.url))
    : new StdioClientTransport({ command: step.command[0], args: step.command.slice(1), env: { ...process.env, ...step.env } });
  await client.connect(transport);
  const { tools } = await client.listTools();
  const millis = [];
  let result;
  for (let i = 0; i < (step.times ?? 1); i++) {
    const started = performance.now();
    result = await client.callTool({ name: step.tool, arguments: step.arguments });
    millis.push(performance.now() - started);
  }
  millis.sort((a, b) => a - b);
  const at = (share) => millis[Math.min(millis.length - 1, Math.floor(millis.length * share))];
  console.log(JSON.stringify({
    tool: step.tool,
    tools: tools.length,
    revision: client.getNegotiatedProtocolVersion(),
    isError: result.isError ?? false,
    text: (result.content ?? []).map((block) => block.text ?? block.type).join('\n'),
    p50: at(0.5),
    p99: at(0.99),
  }));
  await client.close();
}
