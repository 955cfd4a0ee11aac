// WeChat has no AbortController, and without it every query stays pending for ever. First import of app.tsx.
import "./init-event";
import "abortcontroller-polyfill/dist/abortcontroller-polyfill-only";
