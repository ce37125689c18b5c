// Council settings over HTTP: what holds, what held, and choosing.

import { viewerOf } from '../../http/access.ts';
import type { App } from '../../http/app-instance.ts';
import { answers, closed, PageQuery } from '../../http/schemas.ts';
import type { AppContext } from '../../platform/context.ts';
import {
  ChooseSettingIn,
  ChosenOut,
  CouncilSettingsOut,
  KeyParams,
  SettingHistoryOut,
} from './council-settings.schemas.ts';
import { chooseSetting, viewSettingHistory, viewSettings } from './council-settings.service.ts';

export function registerCouncilSettings(app: App, context: AppContext): void {
  app.get(
    '/api/council-settings',
    {
      config: { action: 'council-setting.view', audit: null },
      schema: {
        tags: ['council settings'],
        operationId: 'listCouncilSettings',
        summary: 'Every setting of the council: what holds today, its default, and what begins later',
        response: answers({ 200: CouncilSettingsOut }),
      },
    },
    (request) => viewSettings(context, viewerOf(request)),
  );

  app.get(
    '/api/council-settings/:key/history',
    {
      config: { action: 'council-setting.view', audit: null },
      schema: {
        tags: ['council settings'],
        operationId: 'viewSettingHistory',
        summary: 'Everything that was ever chosen for one setting, the latest first',
        params: KeyParams,
        querystring: closed(PageQuery),
        response: answers({ 200: SettingHistoryOut }),
      },
    },
    (request) => {
      const { cursor, limit = 25 } = request.query;
      return viewSettingHistory(context, viewerOf(request), request.params.key, {
        ...(cursor === undefined ? {} : { cursor }),
        limit,
      });
    },
  );

  app.post(
    '/api/council-settings',
    {
      config: { action: 'council-setting.choose', audit: 'council-setting.chosen' },
      schema: {
        tags: ['council settings'],
        operationId: 'chooseCouncilSetting',
        summary: 'Choose a setting from today or a later day on; nothing that was chosen before is lost',
        body: ChooseSettingIn,
        response: answers({ 201: ChosenOut }),
      },
    },
    async (request, reply) => reply.status(201).send(await chooseSetting(context, viewerOf(request), request.body)),
  );
}
