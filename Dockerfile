# arc-hrm as a container, see submit/README.md. Targets:
#   cpu      (the default) solves on CPU cores
#   cuda     solves on NVIDIA GPUs, with libtorch 2.7.1 for CUDA 12.8
#   package  nothing but the .tar.gz for a Kaggle notebook: docker build --target package --output .

# A JDK 17 with jlink, and Maven.
ARG BUILD_IMAGE=docker.io/library/maven:3.9-eclipse-temurin-17
# Needs glibc and libstdc++, and no Java: the application brings its own.
ARG RUN_IMAGE=docker.io/library/debian:bookworm-slim

FROM ${BUILD_IMAGE} AS build
ARG MVN_FLAGS=
WORKDIR /src
# What is downloaded comes first, and again only where a pom has changed: each module is packaged
# without sources, which resolves its plugins and dependencies.
COPY .mvn .mvn
COPY pom.xml LICENSE ./
COPY tasks/pom.xml tasks/
COPY augment/pom.xml augment/
COPY train/pom.xml train/
COPY solver/pom.xml solver/
COPY submit/pom.xml submit/
COPY submit/src/main/assembly submit/src/main/assembly
RUN mvn -B -ntp -q ${MVN_FLAGS} -DskipTests -Dexec.skip package && rm -r */target
COPY . .
# A trunk to put into the image: a .safetensors in the build context, such as --build-arg
# TRUNK=submit/trunk.safetensors; it becomes /opt/arc-hrm/trunk/ and the same file name.
ARG TRUNK=
RUN mvn -B -ntp -q ${MVN_FLAGS} -DskipTests package \
 && submit/target/arc-hrm/bin/arc-hrm package --out /out/arc-hrm.tar.gz ${TRUNK:+--trunk "$TRUNK"} \
 && tar -xzf /out/arc-hrm.tar.gz -C /opt

FROM scratch AS package
COPY --from=build /out/arc-hrm.tar.gz /

FROM ${RUN_IMAGE} AS run
RUN mkdir -p /kaggle/input /kaggle/working && chown 1000:1000 /kaggle/working
# Of a user without a name, Java has no idea where home is.
ENV HOME=/tmp
WORKDIR /kaggle/working
USER 1000:1000
ENTRYPOINT ["/opt/arc-hrm/bin/arc-hrm"]
# Kaggle stops a notebook after twelve hours; a container that is started again goes on.
CMD ["submit", "--deadline", "11h30m", "--resume"]

# Maven Central has no CUDA build of libtorch, and its CPU build is of no use beside one.
FROM build AS build-cuda
ARG LIBTORCH=https://download.pytorch.org/libtorch/cu128/libtorch-cxx11-abi-shared-with-deps-2.7.1%2Bcu128.zip
ADD ${LIBTORCH} /out/libtorch.zip
WORKDIR /opt
# DJL takes its bridge from beside libtorch. It looks for GPUs with libcudart.so, which libtorch has
# under another name; a link in lib itself would be loaded as one more library.
RUN rm -r arc-hrm/natives/torch \
 && jar -xf /out/libtorch.zip libtorch/lib \
 && rm -f libtorch/lib/*.a \
 && jar -xf arc-hrm/lib/pytorch-jni-*.jar jnilib/linux-x86_64/cu128 \
 && mv jnilib/linux-x86_64/cu128/libdjl_torch.so libtorch/lib/ \
 && cudart=$(cd libtorch/lib && ls libcudart*.so.12) \
 && mkdir libtorch/cudart \
 && ln -s "../lib/$cudart" libtorch/cudart/libcudart.so

FROM run AS cuda
COPY --from=build-cuda /opt/arc-hrm /opt/arc-hrm
COPY --from=build-cuda /opt/libtorch /opt/libtorch
ENV PYTORCH_LIBRARY_PATH=/opt/libtorch/lib \
    PYTORCH_FLAVOR=cu128 \
    LD_LIBRARY_PATH=/opt/libtorch/cudart \
    CUDA_CACHE_PATH=/tmp/cuda-cache \
    NVIDIA_VISIBLE_DEVICES=all \
    NVIDIA_DRIVER_CAPABILITIES=compute,utility

FROM run AS cpu
COPY --from=build /opt/arc-hrm /opt/arc-hrm
