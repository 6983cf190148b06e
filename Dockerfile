# Kith for a server that has its own PostgreSQL: see compose.yaml. The base must be glibc: the Node that the lock
# file brings is not made for musl.
FROM node:22-bookworm-slim AS build
WORKDIR /kith
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --include=optional --loglevel=error
COPY . .
RUN node bin/ensure.mjs \
 && npm prune --omit=dev --include=optional --loglevel=error

FROM debian:bookworm-slim
RUN useradd --system --create-home --home-dir /var/lib/kith kith
WORKDIR /kith
COPY --from=build /kith/package.json ./
COPY --from=build /kith/bin ./bin
COPY --from=build /kith/db ./db
COPY --from=build /kith/dist ./dist
COPY --from=build /kith/node_modules ./node_modules
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/var/lib/kith PATH=/kith/node_modules/.bin:$PATH
USER kith
VOLUME /var/lib/kith
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/kith.mjs", "start"]
