# Stage 1: models, natives and data, checked by their hashes. Ubuntu 24.04 is the base of the official .NET 10 images.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends nodejs npm ca-certificates \
        tesseract-ocr-eng tesseract-ocr-spa tesseract-ocr-por tesseract-ocr-tha tesseract-ocr-khm tesseract-ocr-mya \
        tesseract-ocr-chi-sim tesseract-ocr-chi-tra tesseract-ocr-osd \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY tessdata/ tessdata/
RUN tessdata/setup.sh

# Packages before sources, so that a change of code keeps this layer.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/OcrService.Documents/*.csproj src/OcrService.Documents/packages.lock.json src/OcrService.Documents/
COPY src/OcrService.Native/*.csproj src/OcrService.Native/packages.lock.json src/OcrService.Native/
COPY src/OcrService.Accounts/*.csproj src/OcrService.Accounts/packages.lock.json src/OcrService.Accounts/
COPY src/OcrService.Recognition/*.csproj src/OcrService.Recognition/packages.lock.json src/OcrService.Recognition/
COPY src/OcrService.Api/*.csproj src/OcrService.Api/packages.lock.json src/OcrService.Api/
RUN dotnet restore src/OcrService.Api --locked-mode
COPY src/ src/
RUN dotnet publish src/OcrService.Api -c Release --no-restore -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update \
    && apt-get install -y --no-install-recommends libtesseract5 \
    && rm -rf /var/lib/apt/lists/* \
    && mkdir /data \
    && chown 1654:1654 /data
WORKDIR /app
COPY --from=build /app ./
COPY --from=build /source/tessdata ./tessdata
# The runtime's own files (diagnostics) would go to /tmp; the service writes nothing but its accounts, and those to /data.
ENV ASPNETCORE_URLS=http://+:8080 \
    ConnectionStrings__Accounts="Data Source=/data/accounts.db" \
    DOTNET_EnableDiagnostics=0 \
    Recognition__ModelPath=/app/tessdata
USER 1654
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --start-interval=1s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["dotnet", "OcrService.Api.dll"]
