@echo off
rem Starts Etabli. Without argument, or with a dossier (a folder, or "open FOLDER"): the workbench. Else the command line.
setlocal enabledelayedexpansion
set "HOME_DIR=%~dp0"
set "HOME_DIR=%HOME_DIR:~0,-1%"
set "PLUGINS=%HOME_DIR%\plugins"

set "JAVA_BIN="
for %%J in ("%HOME_DIR%\jre" "%ETABLI_JAVA_HOME%" "%JAVA_HOME%") do (
    if not defined JAVA_BIN if exist "%%~J\bin\java.exe" set "JAVA_BIN=%%~J\bin\"
)

rem the two flags that keep Java 24 and later from warning about SWT and JRuby
set "QUIET="
set "VERSION=0"
for /f "tokens=3" %%V in ('""%JAVA_BIN%java" -version 2>&1 | findstr /i " version ""') do for /f "delims=.-+" %%M in ("%%~V") do set "VERSION=%%M"
if %VERSION% LSS 21 (
    echo Etabli a besoin de Java 21 ou plus recent : indiquez-le par JAVA_HOME. >&2
    exit /b 3
)
if %VERSION% GEQ 24 set "QUIET=--illegal-native-access=allow --sun-misc-unsafe-memory-access=allow"

if "%~1"=="" goto workbench
if "%~1"=="open" (
    shift
    goto workbench
)
for %%C in (new questions classify check status explain charter diff calendar prove annexes trust help) do if "%~1"=="%%C" goto command
if exist "%~1\" goto workbench
if "%~1"=="-nl" goto workbench
if "%~1"=="-data" goto workbench

:command
set "CP="
for %%L in (org.etabli.cli org.etabli.model org.etabli.yaml org.etabli.rules org.etabli.dossier org.yaml.snakeyaml com.fasterxml.jackson.core.jackson-core com.fasterxml.jackson.core.jackson-databind com.fasterxml.jackson.core.jackson-annotations com.networknt.json-schema-validator com.ethlo.time.itu slf4j.api com.fasterxml.jackson.dataformat.jackson-dataformat-yaml org.etabli.markdown org.etabli.imports org.etabli.procurement org.etabli.annex org.etabli.render com.vladsch.flexmark org.asciidoctor.asciidoctorj-api io.github.openhtmltopdf.core io.github.openhtmltopdf.pdfbox org.apache.pdfbox org.apache.pdfbox.io org.apache.pdfbox.fontbox org.apache.pdfbox.xmpbox de.rototor.pdfbox.graphics2d org.apache.commons.commons-logging) do (
    for %%J in ("%PLUGINS%\%%L_*.jar") do set "CP=!CP!;%%~J"
)
for /d %%D in ("%PLUGINS%\org.etabli.poi_*") do (
    for %%J in ("%%~D\lib\*.jar") do set "CP=!CP!;%%~J"
)
for /d %%D in ("%PLUGINS%\org.etabli.charters_*") do set "CHARTERS=%%~D"
for /d %%D in ("%PLUGINS%\org.etabli.render.engine_*") do set "ENGINE=%%~D"
"%JAVA_BIN%java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable %QUIET% -Djruby.compile.mode=OFF -Dslf4j.internal.verbosity=ERROR -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "-Detabli.home=%HOME_DIR%" "-Detabli.charters=%CHARTERS%" "-Detabli.engine=%ENGINE%" %ETABLI_VMARGS% -cp "%CP%" org.etabli.cli.Main %*
exit /b %ERRORLEVEL%

:workbench
set "NL=-nl fr"
if "%ETABLI_LANG%"=="en" set "NL=-nl en"
if "%~1"=="-nl" set "NL="
for %%L in ("%PLUGINS%\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%~L"
set "SPLASH="
for /d %%D in ("%PLUGINS%\org.etabli.app_*") do if exist "%%~D\splash.png" set "SPLASH=-splash:%%~D\splash.png"
if defined SPLASH set SPLASH="%SPLASH%" -Detabli.splash=true
rem shift does not change %*, so the arguments are collected again
set "REST="
:collect
if "%~1"=="" goto start
set REST=%REST% "%~1"
shift
goto collect
:start
start "" "%JAVA_BIN%javaw" -XX:TieredStopAtLevel=1 -Xmx1g %QUIET% %SPLASH% -Djruby.compile.mode=OFF -Dslf4j.internal.verbosity=ERROR %ETABLI_VMARGS% -jar "%LAUNCHER%" %NL% %REST%
exit /b 0
