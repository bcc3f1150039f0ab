import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { connect } from './app/connect.ts';
import './app/fonts.css';
import { keepOffline } from './app/offline.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root to render into');

connect();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
keepOffline();
