import './pages/shell/tl-app.ts';
