# A desk and nothing else: Node, the bundle of `npm run pack`, a folder for data. Runs as nobody, over a root that may be
# read-only. `npm run container:check` runs these steps without a container engine.
FROM node:22-bookworm-slim AS build
WORKDIR /src
COPY . .
# The other C library's driver is for those who unpack the bundle elsewhere.
RUN npm run pack && tar -xzf bilet-*.tgz -C / && rm -r /bilet/server/node_modules/.pnpm/@libsql+*-musl@* && mkdir /data

FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /usr/local/bin/node /usr/bin/node
COPY --from=build /bilet /bilet
COPY --from=build --chown=65532:65532 /data /data
ENV HOST=0.0.0.0 PORT=8787 BILET_DATABASE_URL=sqlite:/data/bilet.db BILET_STORAGE_URL=fs:/data/blobs
WORKDIR /data
VOLUME /data
EXPOSE 8787
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["/usr/bin/node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/readyz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
ENTRYPOINT ["/usr/bin/node"]
CMD ["/bilet/server.js"]
