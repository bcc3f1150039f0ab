import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { connect } from './app/connect.ts';
import './app/fonts.css';
import { keepOffline } from './app/offline.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root to render into');

// Not by `await`: what is waited for imports from this script, which would then wait for itself.
void connect().then(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
keepOffline();
