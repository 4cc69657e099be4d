// A server on standard input and output that speaks 2026-07-28 only: node modern-server.mjs. It asks for a name, and greets.
import { McpServer, inputRequired } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';

const form = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] };

serveStdio(() => {
  const server = new McpServer({ name: 'modern', version: '1' });
  server.registerTool('greet', { description: 'Greets whoever uses it.' }, async (context) => {
    const name = context.mcpReq.inputResponses?.who?.content?.name;
    if (name === undefined) {
      return inputRequired({ inputRequests: { who: inputRequired.elicit({ message: 'Who are you?', requestedSchema: form }) } });
    }
    return { content: [{ type: 'text', text: `Hello, ${name}.` }] };
  });
  return server;
}, { legacy: 'reject' });
