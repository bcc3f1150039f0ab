export const App = () => (
  <main>
    <h1>Unrolled</h1>
  </main>
);
