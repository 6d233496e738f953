import{a,b as t,j as s,o as e}from"./settings.js";import{H as n,J as i,K as r,W as o,ca as d,r as l,u as c}from"./app.js";var g=new Intl.NumberFormat(n),u=a=>new Promise(t=>setTimeout(t,a));function _({me:n,call:_,changed:m,say:b,failed:p,ask:$}){let w="owner"===n.agent.role,h=e(()=>_("GET","/data"),m),v=e(()=>_("GET","/backups"),m),y=e(()=>_("GET","/setup/list"),m),k={watching:!1,busy:!1,restoring:null},{remove:f,restore:E,backUp:T,watch:x}=function({at:a,backups:t,say:s,room:e,call:n,failed:r,ask:o,changed:l,list:c}){let g=async()=>{if(a.watching)return;a.watching=!0,await t.load();let n=!1;for(;t.value?.running;)n=!0,await u(400),await t.load();a.watching=!1,n&&(t.value?.failed_at&&s(i("settings_data.backup_failed"),{bad:!0}),await e.load())};return{remove:async a=>{if(await o({title:i("settings_data.remove_ask"),text:i("settings_data.remove_means",{time:d(a.created_at)}),confirm:i("settings_data.remove")})){try{await n("DELETE",`/backups/${a.name}`,{}),s(i("settings_data.removed"))}catch(a){r(a)}await Promise.all([t.load(),e.load()])}},restore:async g=>{if(!await o({title:i("settings_data.restore_ask"),text:i("settings_data.restore_means",{time:d(g.created_at)}),confirm:i("settings_data.restore"),type:g.name}))return;let _=t.value?.last_restore?.at??null;try{await n("POST",`/backups/${g.name}/restore`,{confirm:g.name})}catch(a){return void("damaged_backup"===a?.code?s(i("settings_data.damaged"),{bad:!0}):r(a))}a.restoring="waiting",l();let m=Date.now()+18e4;for(;Date.now()<m;){await u(700);try{let r=await n("GET","/backups");if(r.last_restore&&r.last_restore.at!==_)return a.restoring=null,t.value=r,s(r.last_restore.done?i("settings_data.restored"):i("settings_data.not_restored"),{bad:!r.last_restore.done}),void await Promise.all([e.load(),c.load()])}catch{}}a.restoring="lost",l()},backUp:async()=>{try{let{name:a}=await n("POST","/backups",{});await g(),t.value?.items.some(t=>t.name===a)&&s(i("settings_data.backup_done"))}catch(a){r(a)}},watch:g}}({at:k,backups:v,say:b,room:h,call:_,failed:p,ask:$,changed:m,list:y}),P=function({at:a,changed:t,call:e,say:n,failed:r,list:o,room:d}){return()=>o.view(({demo_data:c})=>s(i("settings_data.demo"),"",i(c?"settings_data.demo_there":"settings_data.demo_intro"),l`<button type="button" class="button" aria-busy=${a.busy} @click=${()=>(async s=>{if(!a.busy){a.busy=!0,t();try{await e(s?"POST":"DELETE","/demo-data",{}),n(i(s?"settings_data.demo_added":"settings_data.demo_removed"))}catch(a){r(a)}a.busy=!1,await Promise.all([o.load(),d.load()])}})(!c)}>${i(c?"settings_data.demo_remove":"settings_data.demo_add")}</button>`))}({at:k,changed:m,call:_,say:b,failed:p,list:y,room:h}),D=function({backups:e,isOwner:n,remove:r,restore:g,backUp:u}){return()=>e.view(({items:e,running:_})=>s(i("settings_data.backups"),l`${_?l`<div class="work" role="status">
<span>${i("settings_data.running",{done:t(_.copied_bytes),all:t(_.total_bytes),time:o(_.started_at,Date.now())})}</span>
<progress class="seats" max=${Math.max(_.total_bytes,1)} value=${_.copied_bytes} aria-label=${i("settings_data.backups")}></progress>
</div>`:c}
${0!==e.length||_?c:l`<p class="nothing-yet">${i("settings_data.no_backups")}</p>`}
<ul class="things">
${e.map(s=>l`<li class="thing">
<span class="thing-mark">${a("drive")}</span>
<div class="thing-what">
<span class="thing-name">${d(s.created_at)}</span>
<span class="thing-about">${s.name} · ${t(s.bytes)}</span>
</div>
<div class="thing-does">
${n?l`<a class="icon-button" href="/api/v1/backups/${s.name}" download aria-label=${i("settings_data.fetch_one",{time:d(s.created_at)})} title=${i("settings_data.fetch")}>${a("download")}</a>
<button type="button" class="icon-button" aria-label=${i("settings_data.remove_one",{time:d(s.created_at)})} title=${i("settings_data.remove")} @click=${()=>r(s)}>${a("trash")}</button>
<button type="button" class="button" aria-label=${i("settings_data.restore_one",{time:d(s.created_at)})} ?disabled=${!!_} @click=${()=>g(s)}>${i("settings_data.restore")}</button>`:c}
</div>
</li>`)}
</ul>`,i(n?"settings_data.backups_intro":"settings_data.backups_owner"),l`<button type="button" class="button primary" ?disabled=${!!_} @click=${u}>${i("settings_data.back_up")}</button>`))}({backups:v,isOwner:w,remove:f,restore:E,backUp:T});return{start(){h.load(),y.load(),x()},body:()=>k.restoring?l`<div class="waiting-desk" role="status">
<h2>${i(`settings_data.${k.restoring}`)}</h2>
<p>${i(`settings_data.${k.restoring}_text`)}</p>
${"waiting"===k.restoring?l`<progress class="seats" aria-label=${i("settings_data.waiting")}></progress>`:l`<a class="button" href="/settings/data">${i("common.retry")}</a>`}
</div>`:l`${h.view(a=>{let e=["database","wal","files","snapshots","backups"],n=e.reduce((t,s)=>t+a[`${s}_bytes`],0);return s(i("settings_data.room"),l`<ul class="bars">
${e.map(s=>{let e=a[`${s}_bytes`];return l`<li>
<span>${i(`settings_data.${s}`)}</span>
<meter class="amount" min="0" max=${Math.max(n,1)} value=${e} aria-label=${i(`settings_data.${s}`)}></meter>
<span class="number">${t(e)}</span>
</li>`})}
</ul>
<p class="thing-about">
${[r("settings_data.conversations",a.conversations,{n:g.format(a.conversations)}),r("settings_data.messages",a.messages,{n:g.format(a.messages)}),r("settings_data.contacts",a.contacts,{n:g.format(a.contacts)})].join(" · ")}
</p>`,i("settings_data.room_intro",{used:t(n),free:t(a.disk_free_bytes)}))})}${D()}${P()}`}}export{_ as dataPage};
