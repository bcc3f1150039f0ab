import { Component, type ErrorInfo, type ReactNode } from 'react';
import { messages } from '../messages';
import { perform } from '../store/perform';

const shell = messages.shell;

interface Broken {
  readonly error: Error | null;
  /** The address at the moment of the failure: it holds the setup, so it must not be overwritten unseen. */
  readonly link: string;
}

/** Catches what breaks while drawing: says so, keeps the link, and offers the article's network to go on with. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, Broken> {
  override state: Broken = { error: null, link: '' };

  static getDerivedStateFromError(error: unknown): Broken {
    return { error: error instanceof Error ? error : new Error(String(error)), link: location.href };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  startOver = () => {
    perform(({ applyPreset }) => {
      applyPreset('article');
      this.setState({ error: null, link: '' });
    });
  };

  override render() {
    const { error, link } = this.state;
    if (!error) return this.props.children;
    return (
      <main className="broken" role="alert">
        <h1>{shell.brokenTitle}</h1>
        <p>{shell.broken}</p>
        <p className="broken-link">
          <a href={link}>{link}</a>
        </p>
        <details>
          <summary>{shell.brokenDetail}</summary>
          <pre>{error.message}</pre>
        </details>
        <button type="button" className="button button-strong" onClick={this.startOver}>
          {shell.startOver}
        </button>
      </main>
    );
  }
}
