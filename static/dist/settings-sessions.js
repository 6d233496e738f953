import{a as s,k as e,p as t}from"./settings.js";import{I as i,_ as n,fa as a,q as c,t as l}from"./app.js";function d({call:d,changed:o,say:r,failed:g,ask:_}){let v=t(async()=>(await d("GET","/agents/me/sessions")).items,o),u=s=>{let e=s.device;return e?[e.app??e.browser,e.os].filter(Boolean).join(" · ")||i(`settings_devices.kind_${e.kind}`):s.user_agent||i("settings_devices.unknown")},p=async()=>{if(!await _({title:i("settings_devices.all_ask"),text:i("settings_devices.all_means"),confirm:i("settings_devices.all")}))return;let s=(v.value??[]).filter(s=>!s.current);try{for(let e of s)await d("DELETE",`/agents/me/sessions/${e.id}`,{});r(i("settings_devices.all_ended"))}catch(s){g(s)}await v.load()};return{start:v.load,body:()=>v.view(t=>e(i("settings_devices.title"),c`<ul class="things">
${t.map(e=>c`<li class="thing">
<span class="thing-mark">${s("phone"===e.device?.kind||"tablet"===e.device?.kind?"smartphone":"monitor")}</span>
<div class="thing-what">
<span class="thing-name">${u(e)}${e.current?c`<span class="chip chip-ok">${i("settings_devices.this")}</span>`:l}</span>
<span class="thing-about" title=${a(e.last_seen_at)}
>${[e.address,e.current?null:i("settings_devices.seen",{time:n(e.last_seen_at,Date.now())}),i("settings_devices.since",{time:a(e.created_at)})].filter(Boolean).join(" · ")}</span
>
</div>
<div class="thing-does">
${e.current?l:c`<button type="button" class="button" aria-label=${i("settings_devices.end_one",{device:u(e)})} @click=${()=>(async s=>{try{await d("DELETE",`/agents/me/sessions/${s.id}`,{}),r(i("settings_devices.ended",{device:u(s)}))}catch(s){g(s)}await v.load()})(e)}>${i("settings_devices.end")}</button>`}
</div>
</li>`)}
</ul>`,i("settings_devices.intro"),t.some(s=>!s.current)?c`<button type="button" class="button" @click=${p}>${i("settings_devices.all")}</button>`:l))}}export{d as sessionsPage};
