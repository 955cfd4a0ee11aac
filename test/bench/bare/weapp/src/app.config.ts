export default defineAppConfig({ pages: ["pages/first/index"] });
