# arc-hrm as a container, see submit/README.md. Targets:
#   cpu           (the default) solves on CPU cores
#   cuda          solves on NVIDIA GPUs, and where there is none on CPU cores
#   package       nothing but the .tar.gz for a Kaggle notebook: docker build --target package --output .
#   package-cuda  the same for a notebook with a GPU

# A JDK 17 with jlink, and Maven.
ARG BUILD_IMAGE=docker.io/library/maven:3.9-eclipse-temurin-17
# Needs glibc and libstdc++, and no Java: the application brings its own.
ARG RUN_IMAGE=docker.io/library/debian:bookworm-slim

FROM ${BUILD_IMAGE} AS poms
WORKDIR /src
COPY .mvn .mvn
COPY pom.xml LICENSE ./
COPY tasks/pom.xml tasks/
COPY augment/pom.xml augment/
COPY train/pom.xml train/
COPY solver/pom.xml solver/
COPY submit/pom.xml submit/
COPY submit/src/main/assembly submit/src/main/assembly

FROM poms AS build
ARG MVN_FLAGS=
# What is downloaded comes first, and again only where a pom has changed: each module is packaged
# without sources, which resolves its plugins and dependencies.
RUN mvn -B -ntp -q ${MVN_FLAGS} -DskipTests -Dexec.skip package && rm -r */target
COPY . .
# A trunk to put into the image: a .safetensors in the build context, such as --build-arg
# TRUNK=submit/trunk.safetensors; it becomes /opt/arc-hrm/trunk/ and the same file name.
ARG TRUNK=
RUN mvn -B -ntp -q ${MVN_FLAGS} -DskipTests package \
 && submit/target/arc-hrm/bin/arc-hrm package --out /out/arc-hrm.tar.gz ${TRUNK:+--trunk "$TRUNK"} \
 && tar -xzf /out/arc-hrm.tar.gz -C /opt

# The same with the libraries for CUDA, which are large: nothing is left twice.
FROM poms AS build-cuda
ARG MVN_FLAGS=
RUN mvn -B -ntp -q ${MVN_FLAGS} -Pcuda -DskipTests -Dexec.skip -Dmdep.skip package && rm -r */target
COPY . .
ARG TRUNK=
RUN mvn -B -ntp -q ${MVN_FLAGS} -Pcuda -DskipTests package \
 && submit/target/arc-hrm/bin/arc-hrm package --out /tmp/arc-hrm.tar ${TRUNK:+--trunk "$TRUNK"} \
 && rm -r target submit/target \
 && tar -xf /tmp/arc-hrm.tar -C /opt \
 && rm /tmp/arc-hrm.tar

FROM scratch AS package
COPY --from=build /out/arc-hrm.tar.gz /

FROM build-cuda AS packed-cuda
RUN mkdir /out && tar -czf /out/arc-hrm-cuda.tar.gz -C /opt arc-hrm

FROM scratch AS package-cuda
COPY --from=packed-cuda /out/arc-hrm-cuda.tar.gz /

FROM ${RUN_IMAGE} AS run
RUN mkdir -p /kaggle/input /kaggle/working && chown 1000:1000 /kaggle/working
# Of a user without a name, Java has no idea where home is.
ENV HOME=/tmp
WORKDIR /kaggle/working
USER 1000:1000
ENTRYPOINT ["/opt/arc-hrm/bin/arc-hrm"]
# Kaggle stops a notebook after twelve hours; a container that is started again goes on.
CMD ["submit", "--deadline", "11h30m", "--resume"]

FROM run AS cuda
COPY --from=build-cuda /opt/arc-hrm /opt/arc-hrm
# What the container runtime of NVIDIA asks for, and where kernels go that the driver translates.
ENV CUDA_CACHE_PATH=/tmp/cuda-cache \
    NVIDIA_VISIBLE_DEVICES=all \
    NVIDIA_DRIVER_CAPABILITIES=compute,utility

FROM run AS cpu
COPY --from=build /opt/arc-hrm /opt/arc-hrm
