# One image for all services: docker build -t weir:local .
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.m2 mvn -B -Dquick -pl launcher -am package

FROM eclipse-temurin:17-jre
RUN groupadd --gid 10001 weir \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /var/lib/weir --shell /usr/sbin/nologin weir \
 && install --directory --owner weir --group weir /var/lib/weir
COPY --from=build /source/launcher/target/lib /opt/weir/lib
COPY docker/healthy /opt/weir/bin/healthy
USER 10001:10001
WORKDIR /var/lib/weir
VOLUME /var/lib/weir
EXPOSE 4000 4100 4200
# The scan API's check; the compose file sets that of the other services.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 CMD ["/opt/weir/bin/healthy", "4000", "/readyz"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-cp", "/opt/weir/lib/*", "io.weir.launcher.WeirMain"]
CMD ["scan-api", "--data", "/var/lib/weir"]
