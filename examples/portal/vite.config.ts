import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** `npm run dev` 改页面时用：页面由 Vite 给，数据问另开的 `npm start`。 */
export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': 'http://localhost:8090' } },
})
