/** What `easel proxy init` writes: a configuration, and a page that needs it. The same stands in examples/proxy. */
export const EXAMPLE: Readonly<Record<string, string>> = {
  'proxy.json': `{
  "static": "public",
  "operations": {
    "GET /api/v1/courses": { "params": ["include", "enrollment_state"], "cache": 30 },
    "GET /api/v1/courses/{id}": { "params": { "include": ["term", "course_progress"] } },
    "GET /api/v1/users/{id}": { "path": { "id": ["self"] } }
  }
}
`,
  'public/index.html': `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>My courses</title>
    <link rel="icon" href="data:,">
    <script type="module" src="courses.js"></script>
    <style>
      body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
      li small { color: #595959; }
    </style>
  </head>
  <body>
    <main>
      <h1>My courses</h1>
      <p id="status" role="status">Loading …</p>
      <ul id="courses"></ul>
      <p><a id="sign-in" href="/canvas/login?return_to=/" hidden>Sign in with Canvas</a></p>
      <p><button id="sign-out" type="button" hidden>Sign out</button></p>
    </main>
  </body>
</html>
`,
  'public/courses.js': `// Canvas's own API, below /canvas. There is no token here: the proxy has it.
const get = (path) => fetch(path, { headers: { accept: 'application/json+canvas-string-ids' } });
const element = (id) => document.getElementById(id);

async function* courses() {
  let next = '/canvas/api/v1/courses?include[]=term&per_page=100';
  while (next) {
    const response = await get(next);
    if (response.status === 401) return signIn();
    if (!response.ok) throw new Error(\`Canvas answered \${response.status}\`);
    yield* await response.json();
    next = /<([^>]*)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  }
}

function signIn() {
  element('sign-in').hidden = false;
}

async function signOut() {
  const { csrf_token } = await (await get('/canvas/session')).json();
  await fetch('/canvas/logout', { method: 'POST', headers: { 'x-csrf-token': csrf_token } });
  location.reload();
}

async function show() {
  const { user } = await (await get('/canvas/session')).json();
  element('sign-out').hidden = user === null;
  element('sign-out').addEventListener('click', signOut);
  let count = 0;
  for await (const course of courses()) {
    const item = document.createElement('li');
    const term = document.createElement('small');
    term.textContent = course.term?.name ?? '';
    // Of a course that isn't open now Canvas says only that it is there.
    item.append(course.name ?? 'Not open now', ' ', term);
    element('courses').append(item);
    count++;
  }
  const signedOut = !element('sign-in').hidden;
  element('status').textContent = signedOut ? 'You are not signed in.' : \`\${count} courses\`;
}

show().catch((error) => {
  element('status').textContent = error.message;
});
`,
};
