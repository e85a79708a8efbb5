"""Stands in for ucfopen/canvasapi, which isn't a file here: the loop that it runs, one page after the other over one
connection, without the objects that it makes of the rows."""

import http.client
import json
import re
import resource
import sys
import time
from urllib.parse import urlsplit

base = urlsplit(sys.argv[1])
connection = http.client.HTTPConnection(base.netloc)
url = "/api/v1/accounts/1/courses?per_page=100"
items = width = 0
started = time.perf_counter()
while url:
    connection.request("GET", url, headers={"Authorization": "Bearer token", "User-Agent": "follow-next"})
    response = connection.getresponse()
    for row in json.loads(response.read()):
        items += 1
        width = max(width, len(row["name"]))
    following = re.search(r'<([^>]*)>; rel="next"', response.headers.get("Link") or "")
    url = following and urlsplit(following[1])._replace(scheme="", netloc="").geturl()
seconds = time.perf_counter() - started
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"items": items, "seconds": seconds, "peakMb": peak}))
