import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** The smallest packages that uv takes: no code, and metadata that needs no build. */
const SCRIPT = `
import io, sys, tarfile, zipfile

folder, *files = sys.argv[1:]
for file in files:
    name, version = file.removesuffix(".tar.gz").split("-")[:2]
    metadata = f"Metadata-Version: 2.2\\nName: {name}\\nVersion: {version}\\n"
    if file.endswith(".whl"):
        tag = "-".join(file.removesuffix(".whl").split("-")[-3:])
        info = f"{name}-{version}.dist-info"
        with zipfile.ZipFile(f"{folder}/{file}", "w") as wheel:
            wheel.writestr(f"{info}/METADATA", metadata)
            wheel.writestr(f"{info}/WHEEL", f"Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: {tag}\\n")
            wheel.writestr(f"{info}/RECORD", "")
    else:
        with tarfile.open(f"{folder}/{file}", "w:gz") as sdist:
            for path, text in (("PKG-INFO", metadata), ("pyproject.toml", "[build-system]\\nrequires = []\\n")):
                entry = tarfile.TarInfo(f"{name}-{version}/{path}")
                entry.size = len(text)
                sdist.addfile(entry, io.BytesIO(text.encode()))
`;

/** Writes wheels and source distributions by their file names; answers the folder, which can be a local index. */
export const makeDistributions = (folder: string, files: readonly string[]): string => {
  mkdirSync(folder, { recursive: true });
  execFileSync('python3', ['-c', SCRIPT, folder, ...files]);
  return folder;
};
