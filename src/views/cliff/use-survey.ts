import { useEffect, useRef, useState } from 'react';
import type { Point } from '../../engine/landscape';
import type { Region, Subject } from './subject';
import type { MapAsk, Race, RaceAsk, Terrain } from './survey';

interface Asked {
  readonly subject: Subject;
  readonly region: Region;
  readonly from: Point;
  readonly eta: number;
  readonly theta: number;
  readonly updates: number;
}

/** The map and the race, computed in a worker; what was there before stays until the new comes. */
export function useSurvey({ subject, region, from, eta, theta, updates }: Asked) {
  const worker = useRef<Worker>(undefined);
  const latest = useRef({ map: 0, race: 0 });
  const [terrain, setTerrain] = useState<Terrain>();
  const [race, setRace] = useState<Race>();
  const [isBroken, setBroken] = useState(false);

  useEffect(() => {
    const own = new Worker(new URL('./cliff-worker.ts', import.meta.url), { type: 'module' });
    own.onmessage = ({ data }: MessageEvent<Terrain | Race>) => {
      if (data.id !== latest.current[data.kind]) return;
      if (data.kind === 'map') setTerrain(data);
      else setRace(data);
    };
    own.onerror = () => setBroken(true);
    worker.current = own;
    return () => own.terminate();
  }, []);

  useEffect(() => {
    const ask: MapAsk = { kind: 'map', id: ++latest.current.map, subject, region };
    worker.current?.postMessage(ask);
  }, [subject, region]);

  useEffect(() => {
    const id = ++latest.current.race;
    const ask: RaceAsk = { kind: 'race', id, subject, from, eta, theta, updates };
    worker.current?.postMessage(ask);
  }, [subject, from, eta, theta, updates]);

  return { terrain, race, isBroken };
}
