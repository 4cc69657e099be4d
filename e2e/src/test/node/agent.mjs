// An agent that uses tools: node agent.mjs STEPS.json. A step names what starts the server, or its url, and one call.
// Prints a line of JSON for each step.
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { readFileSync } from 'node:fs';

for (const step of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  const client = new Client({ name: 'agent-of-the-test', version: '1' });
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
    isError: result.isError ?? false,
    text: (result.content ?? []).map((block) => block.text ?? block.type).join('\n'),
    p50: at(0.5),
    p99: at(0.99),
  }));
  await client.close();
}
