# The record for strangers, in two stages: one checks, builds and exports it, the other has what a server needs and no more.
# docs/hosting.md says how it is run; the same commands serve it on a machine without containers.
FROM python:3.11-slim-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends git make && rm -rf /var/lib/apt/lists/*
ARG READOUTS_BASE_URL=""
WORKDIR /record
COPY . .
RUN make export
RUN .venv/bin/pip wheel --quiet --no-deps --no-build-isolation --no-index --wheel-dir dist .

FROM python:3.11-slim-bookworm
RUN useradd --system --no-create-home record
WORKDIR /record
COPY requirements-serve.lock ./
RUN python3 -m venv serving
RUN serving/bin/pip install --quiet --no-cache-dir --require-hashes -r requirements-serve.lock
COPY --from=build /record/dist/ ./dist/
RUN serving/bin/pip install --quiet --no-deps --no-index dist/*.whl
COPY --from=build /record/datapackage.json ./
COPY --from=build /record/schemas/ ./schemas/
COPY --from=build /record/data/ ./data/
COPY --from=build /record/seeds/ ./seeds/
COPY --from=build /record/build/ ./build/
USER record
EXPOSE 8001
HEALTHCHECK CMD ["serving/bin/python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8001/robots.txt')"]
CMD ["serving/bin/readouts", "serve", "--public", "--host", "0.0.0.0", "--port", "8001"]
