import { normalName } from '../packaging/requirement.ts';

/**
 * Modules whose package has another name, with the packages that may bring them. Facts of the packages themselves; what is not
 * listed is looked for under its own name. A dotted module goes before its parent.
 */
const OTHERWISE: ReadonlyMap<string, readonly string[]> = new Map(
  `google.api_core=google-api-core google.auth=google-auth google.cloud.bigquery=google-cloud-bigquery
    google.cloud.firestore=google-cloud-firestore google.cloud.logging=google-cloud-logging
    google.cloud.pubsub=google-cloud-pubsub google.cloud.secretmanager=google-cloud-secret-manager
    google.cloud.storage=google-cloud-storage google.genai=google-genai google.generativeai=google-generativeai
    google.oauth2=google-auth google.protobuf=protobuf azure.identity=azure-identity
    azure.storage.blob=azure-storage-blob ruamel.yaml=ruamel-yaml attr=attrs bs4=beautifulsoup4 Bio=biopython
    Crypto=pycryptodome,pycrypto Cryptodome=pycryptodomex OpenSSL=pyopenssl PIL=pillow,pillow-simd PyPDF2=pypdf2
    Xlib=python-xlib absl=absl-py
    cv2=opencv-python,opencv-python-headless,opencv-contrib-python,opencv-contrib-python-headless
    dateutil=python-dateutil debug_toolbar=django-debug-toolbar decouple=python-decouple discord=discord-py django=django docx=python-docx
    dotenv=python-dotenv environ=django-environ,environ-config
    faiss=faiss-cpu,faiss-gpu,faiss-gpu-cu11,faiss-gpu-cu12 fitz=pymupdf flask_sqlalchemy=flask-sqlalchemy
    git=gitpython github=pygithub gi=pygobject grpc=grpcio ibm_db=ibm-db igraph=igraph,python-igraph jose=python-jose
    jwt=pyjwt,jwt ldap=python-ldap ldap3=ldap3 lxml=lxml magic=python-magic,python-magic-bin markdown=markdown
    memcache=python-memcached mpl_toolkits=matplotlib multipart=python-multipart,multipart
    mysql=mysql-connector-python,mysql-connector MySQLdb=mysqlclient nacl=pynacl odf=odfpy osgeo=gdal
    pkg_resources=setuptools pptx=python-pptx psycopg2=psycopg2,psycopg2-binary pylab=matplotlib pymysql=pymysql
    pythoncom=pywin32 pytz=pytz rest_framework=djangorestframework sentry_sdk=sentry-sdk serial=pyserial
    setuptools=setuptools skimage=scikit-image sklearn=scikit-learn
    slugify=python-slugify,unicode-slugify,awesome-slugify
    snowflake=snowflake-connector-python,snowflake-snowpark-python,snowflake socks=pysocks socketio=python-socketio
    engineio=python-engineio speech_recognition=speechrecognition st_aggrid=streamlit-aggrid starlette=starlette
    stdnum=python-stdnum talib=ta-lib telegram=python-telegram-bot tlz=toolz umap=umap-learn usb=pyusb vlc=python-vlc
    werkzeug=werkzeug win32api=pywin32 win32com=pywin32 win32con=pywin32 wx=wxpython yaml=pyyaml zmq=pyzmq
    distutils=setuptools imblearn=imbalanced-learn dash_bootstrap_components=dash-bootstrap-components
    dash_core_components=dash dash_html_components=dash dash_table=dash pydantic_settings=pydantic-settings
    IPython=ipython ibis=ibis-framework fastapi=fastapi,fastapi-slim mlflow=mlflow,mlflow-skinny
    polars=polars,polars-lts-cpu,polars-u64-idx
    tensorflow=tensorflow,tensorflow-cpu,tensorflow-macos,intel-tensorflow,tf-nightly xgboost=xgboost,xgboost-cpu
    bson=pymongo,bson gridfs=pymongo dns=dnspython websocket=websocket-client shapefile=pyshp
    googleapiclient=google-api-python-client kafka=kafka-python,kafka-python-ng hydra=hydra-core
    corsheaders=django-cors-headers pythonjsonlogger=python-json-logger gnupg=python-gnupg
    Levenshtein=levenshtein,python-levenshtein crontab=python-crontab skopt=scikit-optimize sksurv=scikit-survival
    whois=python-whois,whois ee=earthengine-api barcode=python-barcode importlib_metadata=importlib-metadata
    typing_extensions=typing-extensions psycopg=psycopg`
    .split(/\s+/)
    .map((row) => row.split('='))
    .map(([module = '', packages = '']) => [module, packages.split(',')]),
);

/** Modules that only one package brings, of the same name: when that is not locked, nothing else brings them. */
const ALIKE = new Set(
  `aiohttp altair anthropic anyio boto3 bokeh botocore celery click cryptography dash dask duckdb faker flask folium
  gradio great_tables gunicorn holoviews httpx humanize hypercorn itsdangerous jinja2 joblib jsonschema keras langchain
  lightgbm litestar loguru matplotlib networkx nltk numba numpy openai openpyxl orjson pandas panel peewee plotly
  plotnine prophet psutil pyarrow pydantic pymongo pytest redis requests rich rioxarray sanic scipy seaborn selenium shap
  shapely shiny spacy sqlalchemy sqlmodel statsmodels streamlit structlog sympy tabulate tenacity tiktoken torch
  torchvision tornado tqdm transformers typer uvicorn uvloop vega_datasets waitress websockets xarray xlsxwriter
  geopandas pyproj rasterio fiona pydeck ipdb black ruff mypy hypothesis debugpy`.split(/\s+/),
);

export type Bringers = {
  /** The packages that may bring a module, by their normalised names. */
  readonly packages: readonly string[];
  /** Whether no other package does. */
  readonly isCertain: boolean;
};

/** Which packages bring a module (`google.cloud.storage`, `yaml`), as far as its name tells. */
export function bringersOf(dotted: string): Bringers {
  const parts = dotted.split('.');
  for (let length = parts.length; length > 0; length--) {
    const packages = OTHERWISE.get(parts.slice(0, length).join('.'));
    if (packages) return { packages, isCertain: true };
  }
  const [top = ''] = parts;
  return { packages: [normalName(top)], isCertain: ALIKE.has(top) };
}

/** Whether a name is nobody's own, such as `google.cloud`: what lies below it comes from several packages. */
export const isShared = (dotted: string): boolean =>
  [...OTHERWISE.keys()].some((module) => module.startsWith(`${dotted}.`));
