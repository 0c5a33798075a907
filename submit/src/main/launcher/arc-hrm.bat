@echo off
rem Starts arc-hrm with the libraries beside this file; JAVA_HOME or java on the PATH, 17 or newer.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=1"
"%JAVA%" -Xmx1g -XX:+UseSerialGC -Dai.djl.offline=true %ARC_HRM_JAVA_OPTS% -cp "%~dp0..\lib\*" io.github.archrm.submit.Main %*
