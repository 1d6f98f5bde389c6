import type {FastifyInstance} from 'fastify';

const daySeconds = 86_400;

/**
 * A desk is a page of another address than its master's, in the desktop as in a browser, and asks from there. Any page may: what
 * opens a shop is a token, which no browser sends by itself.
 */
export function letPagesAsk(app: FastifyInstance): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('access-control-allow-origin', '*').header('access-control-expose-headers', 'retry-after');
  });
  app.options('*', async (_request, reply) =>
    reply
      .status(204)
      .header('access-control-allow-methods', 'GET, POST, PUT, DELETE')
      .header('access-control-allow-headers', 'authorization, content-type, content-encoding')
      .header('access-control-max-age', String(daySeconds))
      .send(),
  );
}
